// The function app, what it is told, and App Service Authentication if that is who checks callers.

@description('Region.')
param location string

@description('Tags of everything here.')
param tags object

@description('What makes the name unlike all others.')
param token string

@description('Resource id of the identity.')
param identityId string

@description('Client id of the identity.')
param identityClientId string

@description('The storage account.')
param storageName string

@description('URL of the container with the package.')
param packages string

@description('Connection string of Application Insights; no secret, since local authentication is off.')
param insightsConnection string

@description('URL of the vault.')
param vaultUrl string

@description('Who checks callers.')
@allowed(['entra', 'easy-auth', 'settings'])
param auth string

@description('Tenants, separated by spaces, or empty for this one.')
param tenants string

@description('Client id of the registration of this server.')
param apiClientId string

@description('Its identifier URI, or empty for the usual one.')
param apiIdentifierUri string

@description('Further audiences, separated by spaces.')
param audiences string

@description('Scopes to advertise, separated by spaces.')
param scopes string

@description('Client ids that may call by App Service Authentication, separated by spaces.')
param allowedClients string

@description('Name of the settings in the package.')
param settingsFile string

@description('Origins of web pages that may call, separated by spaces.')
param allowedOrigins string

@description('Authorities of client certificates, a file in the package, or empty.')
param clientAuthorities string

@description('URL of the MCP endpoint, or empty for the one of Azure.')
param publicUrl string

@description('Trusted proxies in front.')
param proxies int

@description('The table, or empty.')
param table string

@description('Names of the secrets with sealing keys, the current one first, separated by spaces.')
param sealingKeys string

@description('MB of memory of an instance.')
param memory int

@description('Release of Java.')
param javaVersion string

@description('Instances at most.')
param maximumInstances int

@description('Calls at a time for each instance.')
param callsPerInstance int

@description('Instances that wait.')
param alwaysReady int

@description('Whether a custom handler serves, and streams.')
@allowed(['off', 'on'])
param streaming string

var easyAuth = auth == 'easy-auth'
var identifierUri = empty(apiClientId) || !empty(apiIdentifierUri) ? apiIdentifierUri : 'api://${apiClientId}'
var allAudiences = filter(split('${apiClientId} ${identifierUri} ${audiences}', ' '), each => !empty(each))
var clients = filter(split('${apiClientId} ${allowedClients}', ' '), each => !empty(each))
var allTenants = empty(tenants) ? tenant().tenantId : tenants
var advertised = empty(scopes) ? '${identifierUri}/user_impersonation' : scopes
var login = environment().authentication.loginEndpoint
var keyReferences = map(filter(split(sealingKeys, ' '), each => !empty(each)), name => 'azure-kv:${name}')

// The names are those that dev.footbridge.azure.FunctionsSettings reads; what is empty is left out.
var settings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsFeatureFlags: streaming == 'on' ? 'EnableMcpCustomHandlerPreview' : ''
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  WEBSITE_AUTH_PRM_DEFAULT_WITH_SCOPES: easyAuth ? replace(advertised, ' ', ',') : ''
  FOOTBRIDGE_AUTH: auth
  FOOTBRIDGE_ENTRA_TENANTS: auth == 'settings' ? '' : allTenants
  FOOTBRIDGE_ENTRA_AUDIENCES: auth == 'settings' ? '' : join(allAudiences, ' ')
  FOOTBRIDGE_ENTRA_SCOPES: auth == 'settings' ? '' : scopes
  FOOTBRIDGE_ENTRA_AUTHORITY: environment().name == 'AzureCloud' ? '' : substring(login, 0, length(login) - 1)
  FOOTBRIDGE_PUBLIC_URL: publicUrl
  FOOTBRIDGE_SETTINGS: settingsFile
  FOOTBRIDGE_TABLE: table
  FOOTBRIDGE_SEALING_KEYS: join(keyReferences, ' ')
  FOOTBRIDGE_KEY_VAULT: vaultUrl
  FOOTBRIDGE_IDENTITY_CLIENT_ID: identityClientId
  FOOTBRIDGE_ALLOWED_ORIGINS: allowedOrigins
  FOOTBRIDGE_CLIENT_AUTHORITIES: clientAuthorities
  FOOTBRIDGE_PROXIES: string(proxies)
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'footbridge' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientCertEnabled: !empty(clientAuthorities)
    clientCertMode: 'Required'
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'java', version: javaVersion }
      scaleAndConcurrency: {
        instanceMemoryMB: memory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady > 0 ? [{ name: 'http', instanceCount: alwaysReady }] : []
        triggers: { http: { perInstanceConcurrency: callsPerInstance } }
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'appsettings'
  properties: toObject(filter(items(settings), each => !empty(each.value)), each => each.key, each => each.value)
}

// No user names and passwords for uploading: azd brings a token.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'ftp'
  properties: { allow: false }
}

resource noBasic 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: { allow: false }
}

// It only looks at tokens that callers bring, and logs nobody in: so it needs no client secret. Where it is not wanted it is turned off
// in so many words: a deployment takes away nothing that an earlier one made.
resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'authsettingsV2'
  properties: easyAuth
    ? {
        platform: { enabled: true }
        globalValidation: { requireAuthentication: true, unauthenticatedClientAction: 'Return401' }
        httpSettings: { requireHttps: true }
        login: { tokenStore: { enabled: false } }
        identityProviders: {
          azureActiveDirectory: {
            enabled: true
            registration: {
              clientId: apiClientId
              openIdIssuer: '${login}${split(allTenants, ' ')[0]}/v2.0'
            }
            validation: {
              allowedAudiences: allAudiences
              defaultAuthorizationPolicy: { allowedApplications: clients }
            }
          }
        }
      }
    : { platform: { enabled: false } }
  dependsOn: [appSettings]
}

output id string = site.id
output name string = site.name
output planId string = plan.id
output host string = site.properties.defaultHostName
output url string = empty(publicUrl) ? 'https://${site.properties.defaultHostName}/mcp' : publicUrl
output domainProof string = site.properties.customDomainVerificationId
