package dev.footbridge.aws.event;

/** Events as AWS documents them, written out. */
final class Samples {

    static final String FUNCTION_URL_IAM = """
            {"version":"2.0","routeKey":"$default","rawPath":"/mcp","rawQueryString":"a=1&b=%20x",
             "cookies":["one=1","two=2"],
             "headers":{"host":"abc.lambda-url.eu-west-1.on.aws","content-type":"application/json",
               "accept":"application/json,text/event-stream","x-forwarded-for":"1.1.1.1"},
             "queryStringParameters":{"a":"1","b":" x"},
             "requestContext":{"accountId":"123456789012","apiId":"abc","domainName":"abc.lambda-url.eu-west-1.on.aws",
               "authentication":null,
               "authorizer":{"iam":{"accessKey":"AKIAEXAMPLE","accountId":"123456789012","callerId":"AROAEXAMPLE:alice",
                 "cognitoIdentity":null,"principalOrgId":"o-1","userArn":"arn:aws:sts::123456789012:assumed-role/agent/alice",
                 "userId":"AROAEXAMPLE:alice"}},
               "http":{"method":"POST","path":"/mcp","protocol":"HTTP/1.1","sourceIp":"203.0.113.9","userAgent":"agent"},
               "requestId":"r-1","routeKey":"$default","stage":"$default","time":"12/Mar/2020:19:03:58 +0000",
               "timeEpoch":1583348638390},
             "body":"{\\"jsonrpc\\":\\"2.0\\"}","isBase64Encoded":false}
            """;

    static final String HTTP_API_JWT = """
            {"version":"2.0","routeKey":"$default","rawPath":"/live/mcp","rawQueryString":"",
             "headers":{"host":"mcp.example.com","authorization":"Bearer aaa,Bearer bbb","content-type":"application/json"},
             "requestContext":{"accountId":"123456789012","apiId":"abc",
               "authorizer":{"jwt":{"claims":{"iss":"https://id.example.com","sub":"alice","aud":"https://mcp.example.com/mcp",
                 "client_id":"app-7","scope":"notes:read notes:write","exp":"1893456000"},"scopes":["notes:read"]}},
               "http":{"method":"POST","path":"/live/mcp","protocol":"HTTP/1.1","sourceIp":"203.0.113.10","userAgent":"agent"},
               "requestId":"r-2","stage":"live"},
             "body":"eyJqc29ucnBjIjoiMi4wIn0=","isBase64Encoded":true}
            """;

    static final String REST_API = """
            {"resource":"/{proxy+}","path":"/mcp","httpMethod":"POST",
             "headers":{"Host":"abc.execute-api.eu-west-1.amazonaws.com","Origin":"https://b.example"},
             "multiValueHeaders":{"Host":["abc.execute-api.eu-west-1.amazonaws.com"],
               "Origin":["https://a.example","https://b.example"]},
             "queryStringParameters":{"a":"2"},"multiValueQueryStringParameters":{"a":["1","2"],"b":["x y"]},
             "pathParameters":{"proxy":"mcp"},"stageVariables":null,
             "requestContext":{"accountId":"123456789012","resourceId":"r","stage":"live","requestId":"r-3",
               "identity":{"sourceIp":"203.0.113.11","userArn":"arn:aws:iam::123456789012:user/bob","accessKey":"AKIAEXAMPLE",
                 "caller":"AIDAEXAMPLE","accountId":"123456789012","userAgent":"agent"},
               "resourcePath":"/{proxy+}","httpMethod":"POST","apiId":"abc"},
             "body":"{}","isBase64Encoded":false}
            """;

    static final String ALB = """
            {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/mcp/1"}},
             "httpMethod":"GET","path":"/mcp","queryStringParameters":{"a":"%20x"},
             "headers":{"host":"mcp.example.com","x-forwarded-for":"1.1.1.1, 203.0.113.12","x-forwarded-proto":"https"},
             "body":"","isBase64Encoded":false}
            """;

    static final String ALB_MULTI = """
            {"requestContext":{"elb":{"targetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/mcp/1"}},
             "httpMethod":"POST","path":"/mcp","multiValueQueryStringParameters":{"a":["1","2"]},
             "multiValueHeaders":{"host":["mcp.example.com"],"origin":["https://a.example","https://b.example"],
               "x-forwarded-for":["203.0.113.13"]},
             "body":"{}","isBase64Encoded":false}
            """;

    private Samples() {}
}
