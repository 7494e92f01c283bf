// A host name of one's own: bound without a certificate first, which Azure wants to see before it makes one.

@description('Region.')
param location string

@description('The function app.')
param siteName string

@description('Its plan.')
param planId string

@description('The host name.')
param customDomain string

@description('Whether Azure makes the certificate.')
@allowed(['managed', 'none'])
param certificate string

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: siteName
}

// Only once: to write it again would take the certificate away for a moment.
@onlyIfNotExists()
resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: site
  name: customDomain
  properties: { siteName: siteName, hostNameType: 'Verified', sslState: 'Disabled' }
}

// On this plan certificates belong to the app, not to the group.
resource managed 'Microsoft.Web/sites/certificates@2024-11-01' = if (certificate == 'managed') {
  parent: site
  name: 'managed-${uniqueString(customDomain)}'
  location: location
  properties: { serverFarmId: planId, canonicalName: customDomain }
  dependsOn: [binding]
}

module tls 'binding.bicep' = if (certificate == 'managed') {
  name: 'domain-tls'
  params: { siteName: siteName, customDomain: customDomain, thumbprint: managed!.properties.thumbprint }
}
