package com.example.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.testkit.author.McpTester;
import dev.footbridge.testkit.author.Reply;
import org.junit.jupiter.api.Test;

/** The server as a client sees it: whole requests, in memory. */
class ServerTest {

    private final McpTester client = McpTester.of(Server.features());

    @Test
    void notesAreFound() {
        assertThat(client.call("findNotes", "word", "bread")).succeeded().containsText("Buy milk and bread");
    }

    @Test
    void wrongArgumentsAreExplainedAndNeverReachTheTool() {
        assertThat(client.call("findNotes", "word", "milk", "limit", 99)).hasProblem("/limit", "at most 50");
    }

    @Test
    void userIsAskedBeforeANoteIsDeleted() {
        McpTester willing = client.answering(question -> Reply.accept("confirmed", true));

        assertThat(willing.call("deleteNote", "number", 1)).asked("sure").hasText("Deleted.");
    }
}
