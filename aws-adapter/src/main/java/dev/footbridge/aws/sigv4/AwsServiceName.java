package dev.footbridge.aws.sigv4;

/** The services that are spoken to here; all take JSON by POST and name the operation in a header. */
public enum AwsServiceName {
    DYNAMODB("dynamodb", "DYNAMODB", "DynamoDB_20120810", "application/x-amz-json-1.0"),
    SECRETS_MANAGER("secretsmanager", "SECRETS_MANAGER", "secretsmanager", "application/x-amz-json-1.1"),
    SSM("ssm", "SSM", "AmazonSSM", "application/x-amz-json-1.1");

    private final String host;
    private final String variable;
    private final String target;
    private final String contentType;

    AwsServiceName(String host, String variable, String target, String contentType) {
        this.host = host;
        this.variable = variable;
        this.target = target;
        this.contentType = contentType;
    }

    /** The first label of its address, which is also the name that requests are signed for. */
    String host() {
        return host;
    }

    /** The end of the variable that has another address for it. */
    String variable() {
        return variable;
    }

    String target() {
        return target;
    }

    String contentType() {
        return contentType;
    }
}
