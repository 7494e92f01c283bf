package dev.footbridge.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.Complaints;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method that asks runs again from the top when the answer is here, so order matters in it. */
final class BodyChecksTest {

    /** What the methods of these tests work with. */
    private static final String DESK = """
            private final Desk desk = new Desk();
            private final List<String> seen = new ArrayList<>();
            private int count;
            private static final System.Logger LOG = System.getLogger("desk");
            interface Order { void cancel(); }
            static class Desk {
                String text;
                void drop(String id) {}
                boolean keep(String id) { return true; }
                Order find(String id) { return () -> {}; }
                List<String> all() { return List.of(); }
                void requireOpen() {}
            }
            @Question record Sure(boolean yes) {}
            @Question record Why(String reason) {}
            """;

    private static final int ABOVE = (int) DESK.lines().count();
    private static final String AGAIN = "this runs again when the answer to \"sure\" is here";

    private final Complaints complaints;

    BodyChecksTest(@TempDir Path folder) {
        this.complaints = new Complaints(folder);
    }

    @Test
    void whatChangesTheWorldBeforeAQuestionIsWarnedOf() {
        String[] orders = {
            "desk.drop(id);",
            "desk.keep(id);",
            "desk.find(id).cancel();",
            "Order order = desk.find(id); order.cancel();",
            "count++;",
            "this.count += 2;",
            "desk.text = id;",
            "int number = count = 3;",
            "seen.add(id);",
            "desk.all().clear();",
            "seen.forEach(one -> desk.drop(one));",
            "seen.forEach(desk::drop);",
            "Optional.of(id).ifPresent(one -> { desk.drop(one); });",
            "if (id.isEmpty()) { desk.drop(id); }",
            "String kept = id.isEmpty() ? id : String.valueOf(count++);",
            "for (String one : seen) { desk.drop(one); }",
            "switch (id) { case \"a\" -> desk.drop(id); default -> {} }",
            "switch (id) { case \"a\": desk.drop(id); break; default: }",
            "try { desk.drop(id); } catch (IllegalStateException late) { return; }",
            "dropAll(id);",
        };

        List<String> warnings = complaints.warnings(DESK + tools(orders, "DESTRUCTIVE"));

        assertThat(lines(warnings, "runs again")).hasSize(orders.length).doesNotHaveDuplicates();
        assertThat(warnings).allMatch(warning -> warning.contains(AGAIN + ", because with modern clients"));
    }

    @Test
    void whatMayRunAgainIsNotWarnedOf() {
        String[] harmless = {
            "boolean kept = desk.keep(id);",
            "Objects.requireNonNull(id);",
            "desk.requireOpen();",
            "verifyOpen(id);",
            "checkAll(id);",
            "call.log(id); call.progress(1, 2);",
            "call.onCancel(() -> desk.drop(id));",
            "LOG.log(System.Logger.Level.INFO, id);",
            "System.out.println(id);",
            "List<String> lines = new ArrayList<>(); lines.add(id); lines.forEach(one -> lines.add(one));",
            "StringBuilder text = new StringBuilder(); text.append(id).append(2);",
            "Desk own = new Desk(); own.drop(id); own.text = id;",
            "int number = 1; number++; int[] some = {1}; some[0] = 2;",
            "if (id.isEmpty()) { desk.drop(id); return; }",
            "if (id.isEmpty()) { desk.drop(id); throw new IllegalStateException(); }",
            "Runnable later = () -> desk.drop(id);",
            "Object later = new Object() { void go() { desk.drop(id); } };",
            "for (String one : seen) { if (one.isEmpty()) { desk.drop(one); return; } }",
        };

        assertThat(complaints.warnings(DESK + tools(harmless, "DESTRUCTIVE"))).isEmpty();
    }

    @Test
    void onlyWhatIsBeforeAQuestionOnSomeWayIsWarnedOf() {
        String members = DESK + """
                /** One. @param id which */
                @Tool void askFirst(String id, Call call) { call.confirm("sure", id); desk.drop(id); }
                /** Two. @param id which */
                @Tool void askBetween(String id, Call call) {
                    call.confirm("first", id);
                    desk.drop(id);
                    call.confirm("sure", id);
                    desk.drop(id);
                }
                /** Three. @param id which */
                @Tool void askInTurns(String id, Call call) {
                    for (String one : seen) {
                        call.confirm("sure", one);
                        desk.drop(one);
                    }
                }
                /** Four. @param id which */
                @Tool void askInABranch(String id, Call call) {
                    if (id.isEmpty()) { call.confirm("sure", id); } else { desk.drop(id); }
                }
                /** Five. @param id which */
                @Tool void askInAMethod(String id, Call call) {
                    desk.drop(id);
                    desk.drop(sure(id, call) + id);
                }
                private boolean sure(String id, Call call) { return call.confirm("sure", id); }
                /** Six. @param id which */
                @Tool void saveTheAnswer(String id, Call call) { desk.keep(id + call.confirm("sure", id)); }
                """;

        List<String> warnings = complaints.warnings(members);

        assertThat(lines(warnings, AGAIN)).containsExactlyInAnyOrder(6, 14, 23);
        assertThat(warnings).hasSize(3);
    }

    @Test
    void toolsThatOnlyReadAndSilencedMethodsAreNotWarnedOf() {
        String members = DESK
                + tools(new String[] {"desk.drop(id);"}, "READ_ONLY")
                + "/** Two. @param id which */ @SuppressWarnings(\"footbridge\") @Tool void other(String id, Call call)"
                + " { desk.drop(id); call.confirm(\"sure\", id); }";

        assertThat(complaints.warnings(members)).isEmpty();
    }

    @Test
    void aQuestionThatNobodyKnowsAndAKeyOfTwoAreErrors() {
        String members = DESK + """
                record Other(boolean yes) {}
                static final String KEY = "why";
                /** One. */
                @Tool void unknown(Call call) {
                    call.ask("sure", Sure.class, "Sure?");
                    call.ask("other", Other.class, "Other?");
                }
                /** Two. */
                @Prompt String twice(Call call) {
                    call.ask(KEY, Why.class, "Why?");
                    call.ask("sure", Sure.class, "Sure?");
                    call.ask("why", Sure.class, "Why?");
                    return "";
                }
                /** Three. @param id which */
                @Tool void sameQuestion(String id, Call call) {
                    if (id.isEmpty()) { call.confirm("sure", "Sure?"); } else { call.confirm("sure", "Sure?"); }
                }
                /** Four. @param id which */
                @Tool void otherQuestion(String id, Call call) {
                    call.confirm(id, "Sure?");
                    call.confirm(id, "Really?");
                    call.confirm("sure", "Sure?");
                    call.confirm("sure", "Really?");
                }
                """;

        List<String> errors = complaints.errors(members);

        assertThat(errors)
                .containsExactly(
                        ABOVE + 6 + ": Other is no question of this class: mark it @Question, and nest it here or name"
                                + " it in @McpTools(asks = Other.class)",
                        ABOVE + 12 + ": another question has the key \"why\" already: answers are kept by key, so this"
                                + " one would get the answer of the other",
                        ABOVE + 24 + ": another question has the key \"sure\" already: answers are kept by key, so this"
                                + " one would get the answer of the other");
    }

    @Test
    void aCatchThatKeepsAQuestionFromLeavingIsWarnedOf() {
        String[] bodies = {
            "try { call.confirm(\"sure\", id); } catch (RuntimeException any) { LOG.log(System.Logger.Level.INFO, id); }",
            "try { sure(id, call); } catch (Exception any) { throw new IllegalStateException(any); }",
            "try { sure(id, call); } catch (IllegalStateException | dev.footbridge.call.InputAwaited any) { return; }",
            "try { sure(id, call); } catch (Throwable any) { if (id.isEmpty()) { throw any; } }",
            "try { sure(id, call); } catch (dev.footbridge.call.InputAwaited let) { throw let; } catch (Exception e) {}",
            "try { sure(id, call); } catch (dev.footbridge.call.Declined no) { desk.drop(id); }",
            "try { desk.keep(id); } catch (RuntimeException any) { return; }",
        };
        StringBuilder members = new StringBuilder(DESK);
        members.append("private boolean sure(String id, Call call) { return call.confirm(\"sure\", id); }\n");
        for (int i = 0; i < bodies.length; i++) {
            members.append(tool(i, "DESTRUCTIVE")).append(bodies[i]).append(" }\n");
        }

        List<String> warnings = complaints.warnings(members.toString());

        assertThat(lines(warnings, "a question leaves the method by InputAwaited, which is caught here"))
                .containsExactlyInAnyOrder(2, 3, 4);
        assertThat(warnings).hasSize(3);
    }

    private static String tools(String[] before, String effect) {
        StringBuilder members = new StringBuilder("private void dropAll(String id) { desk.drop(id); }\n");
        members.append("private void verifyOpen(String id) { desk.requireOpen(); }\n");
        members.append(
                "private void checkAll(String id) { if (desk.keep(id)) { throw new IllegalStateException(); } }\n");
        for (int i = 0; i < before.length; i++) {
            members.append(tool(i, effect)).append(before[i]).append(" call.confirm(\"sure\", id); }\n");
        }
        return members.toString();
    }

    private static String tool(int number, String effect) {
        return "/** Does what is number " + number + " of a list. @param id which */ @Tool(effect = Effect." + effect
                + ") void does" + "abcdefghijklmnopqrstuvwxyz".charAt(number) + "it(String id, Call call) { ";
    }

    /** The lines of the warnings that say this, counted from below the desk. */
    private static List<Integer> lines(List<String> warnings, String saying) {
        return warnings.stream()
                .filter(warning -> warning.contains(saying))
                .map(warning -> Integer.parseInt(warning.substring(0, warning.indexOf(':'))) - ABOVE)
                .toList();
    }
}
