package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsException;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.CredentialsException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.StateStoreException;
import java.util.Set;

/** One table, and what its errors mean to the operator. Thread-safe. */
final class DynamoTable {

    static final String FAILED_CONDITION = "ConditionalCheckFailedException";
    private static final Set<String> DENIED = Set.of(
            "AccessDeniedException",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException");

    private final AwsService dynamo;
    private final String name;

    DynamoTable(AwsService dynamo, String name) {
        this.dynamo = dynamo;
        this.name = name;
    }

    /** @throws StateStoreException for everything but success and a condition that does not hold */
    AwsAnswer call(String operation, JsonObject.Builder request) {
        try {
            AwsAnswer answer =
                    dynamo.call(operation, request.put("TableName", name).build());
            if (answer.isDone() || answer.error().equals(FAILED_CONDITION)) {
                return answer;
            }
            throw new StateStoreException(
                    "the table " + name + " cannot be used: " + advice(answer.error()),
                    new AwsException(answer.error() + ": " + answer.message(), null));
        } catch (AwsException | CredentialsException unanswered) {
            throw new StateStoreException(
                    "the table " + name + " cannot be used: " + unanswered.getMessage(), unanswered);
        }
    }

    /** A consistent read of one item. */
    static JsonObject.Builder read(String pk) {
        return JsonObject.builder()
                .put("Key", JsonObject.of("pk", Attribute.text(pk)))
                .put("ConsistentRead", true);
    }

    private static String advice(String error) {
        if (error.equals("ResourceNotFoundException")) {
            return "it is not in this account and region; deploy it, or correct its name or AWS_REGION";
        }
        return DENIED.contains(error)
                ? "AWS refuses these credentials (" + error
                        + "); the role needs dynamodb:GetItem, PutItem and UpdateItem on it"
                : error;
    }
}
