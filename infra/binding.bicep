// Gives a bound host name its certificate; a file of its own, because no file may have one resource twice.

@description('The function app.')
param siteName string

@description('The host name.')
param customDomain string

@description('Of the certificate.')
param thumbprint string

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: siteName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: site
  name: customDomain
  properties: { siteName: siteName, hostNameType: 'Verified', sslState: 'SniEnabled', thumbprint: thumbprint }
}
