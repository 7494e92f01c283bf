// Secrets. The sealing key is made here and is never seen: two random GUIDs, 244 bits, in 72 characters.

@description('Region.')
param location string

@description('Tags of everything here.')
param tags object

@description('What makes the name unlike all others.')
param token string

@description('Name of the secret with the sealing key.')
param sealingKey string

@description('The identity of the function.')
param principalId string

@description('Half of a new sealing key. Nobody gives it; it counts only if there is no secret of that name yet.')
@secure()
param oneHalf string = newGuid()

@description('The other half.')
@secure()
param otherHalf string = newGuid()

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${token}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

@onlyIfNotExists()
resource key 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: sealingKey
  properties: {
    value: '${oneHalf}${otherHalf}'
    contentType: 'text/plain'
  }
}

resource secretsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

output name string = vault.name
output url string = vault.properties.vaultUri
