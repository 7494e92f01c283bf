// Two alarms by mail: the server fails, and it costs more than expected. They ring and stop nothing.

@description('Region.')
param location string

@description('Tags of everything here.')
param tags object

@description('What makes the names unlike all others.')
param token string

@description('Who is written to.')
param email string

@description('The function app.')
param siteId string

@description('The workspace with the log.')
param workspaceId string

@description('Server errors within fifteen minutes.')
param serverErrors int

@description('GB-seconds within an hour.')
param gigabyteSeconds int

resource somebody 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'alarm-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'footbridge'
    emailReceivers: [{ name: 'mail', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource failing 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'failing-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'The MCP server answers with server errors'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where toint(ResultCode) >= 500'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: serverErrors
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [somebody.id] }
  }
}

// The metric counts MB-milliseconds: 1,024,000 of them are a GB-second.
resource costly 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'costly-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The MCP server runs more than expected'
    severity: 2
    enabled: true
    scopes: [siteId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'work'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'OnDemandFunctionExecutionUnits'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: gigabyteSeconds * 1024000
          skipMetricValidation: true
        }
      ]
    }
    actions: [{ actionGroupId: somebody.id }]
  }
}
