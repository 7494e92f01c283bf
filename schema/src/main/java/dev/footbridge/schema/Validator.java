package dev.footbridge.schema;

import com.networknt.schema.Error;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import dev.footbridge.argument.Problem;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;
import java.util.function.LongSupplier;

/** A compiled document. Thread-safe: each check has a budget of its own. */
record Validator(Schema schema, LongSupplier nanoTime) {

    static final int MAX_PROBLEMS = 20;

    private static final Problem TOO_COSTLY =
            new Problem("", "is too large or too deeply nested to be checked in time; send less");

    static Validator of(JsonObject document, LongSupplier nanoTime) {
        return new Validator(Compiler.compile(document), nanoTime);
    }

    List<Problem> check(Json value) {
        try {
            List<Error> errors = schema.validate(new Budget(nanoTime), Nodes.of(value), OutputFormat.DEFAULT);
            return errors.stream()
                    .map(Wording::problem)
                    .distinct()
                    .limit(MAX_PROBLEMS)
                    .toList();
        } catch (Budget.SpentException | ValidationLimitExceededException tooCostly) {
            return List.of(TOO_COSTLY);
        }
    }
}
