// Who the function is, wherever it asks Azure for something. It has the roles that the other files give it, and no more.

@description('Region.')
param location string

@description('Tags of everything here.')
param tags object

@description('What makes the name unlike all others.')
param token string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${token}'
  location: location
  tags: tags
}

output id string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
