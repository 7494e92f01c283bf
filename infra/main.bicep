// Footbridge on Azure Functions, Flex Consumption. docs/azure.md walks through it; verification/bicep checks it.
//
//   azd env set MCP_AUTH entra        sets the parameter auth; main.parameters.json has the name of each
//   azd up                            builds, asks for what has no value yet, and deploys
//
// './footbridge deploy azure --dry-run auth=entra apiClientId=…' says before that whether parameters go together.
targetScope = 'subscription'

@description('Name of the azd environment. The resource group is called rg- and this name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region, one that has Flex Consumption.')
@metadata({ azd: { type: 'location' } })
param location string

// ---- Who may call

@description('''
Who checks callers. There is no default: a server that lets everybody in is not to be had.
entra: the function itself checks access tokens of Microsoft Entra ID. easy-auth: App Service Authentication checks them, before
the function runs. settings: footbridge.yaml says (tokens of another issuer, API keys).
''')
@allowed(['entra', 'easy-auth', 'settings'])
param auth string

@description('Entra tenants whose callers are let in: GUIDs, separated by spaces. Empty: the tenant of the subscription.')
@maxLength(1000)
param tenants string = ''

@description('Application (client) id of the app registration that stands for this server: what tokens are for.')
@maxLength(36)
param apiClientId string = ''

@description('Identifier URI of that registration, without a slash at its end. Empty: api:// and the client id.')
@maxLength(255)
param apiIdentifierUri string = ''

@description('''
What else may stand in aud of a token, separated by spaces. The public URL of the server may always, and so may apiClientId and
apiIdentifierUri if they are given.
''')
@maxLength(1000)
param audiences string = ''

@description('''
Scopes that every caller needs and that clients are told to ask for, separated by spaces, such as
api://CLIENT_ID/user_impersonation. Empty: none; with easy-auth clients are told user_impersonation all the same.
''')
@maxLength(1000)
param scopes string = ''

@description('''
For easy-auth: client ids of the applications that may call, separated by spaces. The default is Visual Studio Code. The
registration has to list them as pre-authorised clients too.
''')
@maxLength(2000)
param allowedClients string = 'aebc6443-996d-45c2-90f0-388ff96faa56'

@description('Name of the settings in the package, such as footbridge.yaml. Needed for settings; policy and limits for all.')
@maxLength(100)
param settingsFile string = ''

@description('Origins whose web pages may call from a browser, separated by spaces. The function itself answers for them.')
@maxLength(2000)
param allowedOrigins string = ''

@description('''
File in the package with the authorities whose client certificates are believed, such as authorities.pem. Then every connection
shows a certificate; who calls is still said by the token, which may be bound to it. Empty: none is asked for.
''')
@maxLength(100)
param clientAuthorities string = ''

// ---- Address

@description('URL of the MCP endpoint if it is not the one of Azure or customDomain, such as that of a gateway in front.')
@maxLength(255)
param publicUrl string = ''

@description('Trusted proxies in front of the one of App Service. Each writes one address more, and the caller is before them.')
@minValue(0)
@maxValue(5)
param proxies int = 0

@description('''
A host name of your own. Deploy without it first: the outputs DOMAIN_TARGET and DOMAIN_PROOF say which DNS records it needs.
''')
@maxLength(255)
param customDomain string = ''

@description('managed: Azure makes a certificate for customDomain and renews it (preview on this plan). none: you add your own.')
@allowed(['managed', 'none'])
param domainCertificate string = 'managed'

// ---- State and keys

@description('Table for limits, tasks and what older clients keep here. Empty: none, and nothing is kept between instances.')
@maxLength(63)
param table string = 'Footbridge'

@description('''
Name of the secret with the sealing key. A name that the vault does not have yet is given a new random key; one that it has keeps
its own. So a new name is a new key: name the old one in previousSealingKeys for an hour.
''')
@minLength(1)
@maxLength(64)
param sealingKey string = 'sealing-1'

@description('Names of secrets with earlier sealing keys, separated by spaces: what they sealed can still be opened.')
@maxLength(300)
param previousSealingKeys string = ''

// ---- Size

@description('MB of memory of an instance. More memory is also more processor, and each call is billed for all of it.')
@allowed([512, 2048, 4096])
param memory int = 2048

@description('Release of Java. 25 is not to be had on this plan.')
@allowed(['17', '21'])
param javaVersion string = '21'

@description('How many instances there may be at most: the upper bound of what a flood can cost. Azure may refuse less than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('How many calls one instance takes at a time before another is started.')
@minValue(1)
@maxValue(1000)
param callsPerInstance int = 16

@description('Instances that wait for calls and are billed while they do. 0: none, and the first call after a rest is slow.')
@minValue(0)
@maxValue(20)
param alwaysReady int = 0

@description('on: the local server runs as a custom handler and can stream (preview of Azure). azure.yaml has to say so too.')
@allowed(['off', 'on'])
param streaming string = 'off'

// ---- Logs and alarms

@description('Days that the log is kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('GB of log a day after which Azure drops the rest until the next. -1: no cap.')
@minValue(-1)
@maxValue(100)
param logGigabytesPerDay int = 1

@description('Who is written to when something is wrong. Empty: nobody, and there are no alarms.')
@maxLength(254)
param alarmEmail string = ''

@description('Answers of 500 and above within fifteen minutes that ring.')
@minValue(0)
@maxValue(100000)
param serverErrorsToRing int = 5

@description('GB-seconds within an hour that ring; 40000 cost about one US dollar. It only rings.')
@minValue(1)
@maxValue(100000000)
param gigabyteSecondsToRing int = 40000

// ---- What does not go together. './footbridge deploy azure' reads these lines too: 'condition' ? 'sentence' : ''

var problems = filter([
    auth == 'entra' && empty(apiClientId) && empty(audiences) ? 'entra needs apiClientId, or audiences.' : ''
    auth == 'easy-auth' && empty(apiClientId) ? 'easy-auth needs apiClientId.' : ''
    auth == 'easy-auth' && empty(allowedClients) ? 'easy-auth needs allowedClients, or nobody gets in.' : ''
    auth == 'easy-auth' && contains(tenants, ' ') ? 'easy-auth takes callers of one tenant; entra of several.' : ''
    auth == 'settings' && empty(settingsFile) ? 'settings needs settingsFile, such as footbridge.yaml.' : ''
    auth == 'settings' && !empty(tenants) ? 'tenants is for entra and easy-auth.' : ''
    auth == 'settings' && !empty(apiClientId) ? 'apiClientId is for entra and easy-auth.' : ''
    auth == 'settings' && !empty(audiences) ? 'audiences is for entra and easy-auth.' : ''
    auth == 'settings' && !empty(scopes) ? 'scopes is for entra and easy-auth; footbridge.yaml has its own.' : ''
    empty(apiClientId) && !empty(apiIdentifierUri) ? 'apiIdentifierUri needs apiClientId.' : ''
    endsWith(apiIdentifierUri, '/') ? 'apiIdentifierUri has no slash at its end.' : ''
    !empty(publicUrl) && !startsWith(publicUrl, 'https://') ? 'publicUrl begins with https://.' : ''
    contains(customDomain, '/') ? 'customDomain is a host name, not a URL.' : ''
    contains(allowedOrigins, '*') ? 'allowedOrigins names each origin; there is no *.' : ''
    alwaysReady > maximumInstances ? 'alwaysReady is at most maximumInstances.' : ''
  ],
  problem => !empty(problem)
)

// In the name of the group, so that nothing is made before it is known to be good.
var groupName = empty(problems) ? 'rg-${environmentName}' : fail(join(problems, ' '))

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: groupName
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  name: 'identity'
  scope: group
  params: { location: location, tags: tags, token: token }
}

module storage 'storage.bicep' = {
  name: 'storage'
  scope: group
  params: { location: location, tags: tags, token: token, table: table, principalId: identity.outputs.principalId }
}

module vault 'vault.bicep' = {
  name: 'vault'
  scope: group
  params: { location: location, tags: tags, token: token, sealingKey: sealingKey, principalId: identity.outputs.principalId }
}

module logs 'logs.bicep' = {
  name: 'logs'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    retentionDays: logRetentionDays
    gigabytesPerDay: logGigabytesPerDay
    principalId: identity.outputs.principalId
  }
}

module app 'app.bicep' = {
  name: 'app'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packages: storage.outputs.packages
    insightsConnection: logs.outputs.connection
    vaultUrl: vault.outputs.url
    auth: auth
    tenants: tenants
    apiClientId: apiClientId
    apiIdentifierUri: apiIdentifierUri
    audiences: audiences
    scopes: scopes
    allowedClients: allowedClients
    settingsFile: settingsFile
    allowedOrigins: allowedOrigins
    clientAuthorities: clientAuthorities
    publicUrl: empty(publicUrl) && !empty(customDomain) ? 'https://${customDomain}/mcp' : publicUrl
    proxies: proxies
    table: table
    sealingKeys: empty(previousSealingKeys) ? sealingKey : '${sealingKey} ${previousSealingKeys}'
    memory: memory
    javaVersion: javaVersion
    maximumInstances: maximumInstances
    callsPerInstance: callsPerInstance
    alwaysReady: alwaysReady
    streaming: streaming
  }
}

module domain 'domain.bicep' = if (!empty(customDomain)) {
  name: 'domain'
  scope: group
  params: {
    location: location
    siteName: app.outputs.name
    planId: app.outputs.planId
    customDomain: customDomain
    certificate: domainCertificate
  }
}

module alarms 'alarms.bicep' = if (!empty(alarmEmail)) {
  name: 'alarms'
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    email: alarmEmail
    siteId: app.outputs.id
    workspaceId: logs.outputs.workspaceId
    serverErrors: serverErrorsToRing
    gigabyteSeconds: gigabyteSecondsToRing
  }
}

@description('The region.')
output AZURE_LOCATION string = location

@description('What clients are given.')
output MCP_URL string = app.outputs.url

@description('What to type for Claude Code, if who checks callers lets it in as it is: docs/azure.md says when.')
output CLAUDE_CODE string = 'claude mcp add --transport http footbridge ${app.outputs.url}'

@description('The resource group.')
output RESOURCE_GROUP string = group.name

@description('The function app.')
output FUNCTION_APP string = app.outputs.name

@description('The identity of the function: grant it what tools need.')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('The vault with the sealing key. References azure-kv:NAME are secrets of it.')
output KEY_VAULT string = vault.outputs.name

@description('The storage account of the package and the table.')
output STORAGE_ACCOUNT string = storage.outputs.name

@description('The table, or nothing.')
output STATE_TABLE string = table

@description('The workspace with the log, as queries name it.')
output LOG_WORKSPACE string = logs.outputs.workspaceGuid

@description('Where a CNAME record of customDomain has to point.')
output DOMAIN_TARGET string = app.outputs.host

@description('What a TXT record of asuid. and customDomain has to say.')
output DOMAIN_PROOF string = app.outputs.domainProof
