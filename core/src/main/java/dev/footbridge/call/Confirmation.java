package dev.footbridge.call;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.FlagField;

/**
 * The form behind {@link Call#confirm}: one box to tick. It is required and has no default, so a client that fills in
 * defaults and accepts, as programs without a user do, has not confirmed anything.
 */
final class Confirmation {

    private static final FlagField YES = Field.flag("confirmed").title("Yes, go ahead");

    private Confirmation() {}

    static Form of(String message) {
        return Form.asking(message, YES);
    }

    static boolean isGiven(FormAnswer answer) {
        return answer.accepted() && answer.get(YES);
    }
}
