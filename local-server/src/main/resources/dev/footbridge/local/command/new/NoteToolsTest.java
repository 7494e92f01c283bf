package com.example.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.ToolFailure;
import dev.footbridge.testkit.author.Reply;
import dev.footbridge.testkit.author.TestCall;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The class as a class: no server, no protocol. */
class NoteToolsTest {

    private final NoteTools tools = new NoteTools(Map.of(1, "Buy milk", 2, "Call Ann"));

    @Test
    void notesAreFoundInAnyCase() {
        assertThat(tools.findNotes("MILK", 10)).containsExactly(new NoteTools.Note(1, "Buy milk"));
    }

    @Test
    void noteIsGoneOnceTheUserHasConfirmed() {
        TestCall call = TestCall.builder()
                .answer("sure", Reply.accept("confirmed", true))
                .build();

        tools.deleteNote(1, call);

        assertThat(tools.findNotes("milk", 10)).isEmpty();
    }

    @Test
    void noteStaysIfTheUserDeclines() {
        TestCall call = TestCall.builder().answer("sure", Reply.decline()).build();

        assertThatThrownBy(() -> tools.deleteNote(1, call)).isInstanceOf(ToolFailure.class);

        assertThat(tools.findNotes("milk", 10)).hasSize(1);
    }
}
