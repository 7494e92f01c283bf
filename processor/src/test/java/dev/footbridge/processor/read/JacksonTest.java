package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Member.Occurrence;
import dev.footbridge.processor.model.ModuleModel;
import dev.footbridge.processor.model.Shape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that say by Jackson's annotations how they look as JSON look the same here. */
final class JacksonTest {

    @TempDir
    Path folder;

    private Newcomer newcomer(String record) {
        return new Newcomer(folder, """
                package shop;
                import com.fasterxml.jackson.annotation.*;
                class Shop {
                    @org.springframework.ai.tool.annotation.Tool(description = "Stores an order.")
                    void store(@org.springframework.ai.tool.annotation.ToolParam(description = "the order") Order order) {}
                    %s
                }
                """.formatted(record));
    }

    @Test
    void propertiesAreNamedDescribedAndOptionalAsTheyWere() {
        ModuleModel model = newcomer("""
                    @JsonClassDescription("an order") @JsonInclude(JsonInclude.Include.NON_NULL)
                    record Order(
                        @JsonProperty("order_id") @JsonPropertyDescription("its number") String id,
                        @JsonProperty(value = "note", required = false) String remark,
                        @JsonProperty(defaultValue = "3") int lines,
                        @JsonProperty(required = true) State state) {}
                    enum State { @JsonProperty("open") OPEN, CLOSED }
                """).model();

        RecordType order = (RecordType) model.definitions().get("Order");
        assertThat(order.description()).isEqualTo("an order");
        assertThat(order.members())
                .extracting(Member::wireName, Member::description, Member::occurrence)
                .containsExactly(
                        tuple("order_id", "its number", Occurrence.REQUIRED),
                        tuple("note", "", Occurrence.NULLABLE),
                        tuple("lines", "", Occurrence.DEFAULTED),
                        tuple("state", "", Occurrence.REQUIRED));
        assertThat(((Shape.Choice) order.members().get(3).shape()).constants())
                .extracting(Shape.Choice.Constant::wireName)
                .containsExactly("open", "CLOSED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record Order(@JsonIgnore String secret) {}|@JsonIgnore: every component of a record is sent",
                "@JsonIgnoreProperties(\"secret\") record Order(String secret) {}|@JsonIgnoreProperties: every component",
                "record Order(@JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String secret) {}"
                        + "|@JsonProperty: a record is read and written alike",
            })
    void whatWasHiddenIsNeverSentByAccident(String record, String complaint) {
        assertThat(newcomer(record).errors()).singleElement().asString().contains(complaint);
    }

    @Test
    void whatHidesNothingIsTaken() {
        Newcomer newcomer =
                newcomer("@JsonIgnoreProperties(ignoreUnknown = true) record Order(@JsonIgnore(false) String id) {}");

        assertThat(newcomer.errors()).isEmpty();
    }

    @Test
    void whatIsNotReadIsWarnedOf() {
        Newcomer newcomer = newcomer("""
                    /** @param day when */
                    record Order(@JsonFormat(pattern = "dd.MM.yyyy") java.time.LocalDate day) {}
                """);

        assertThat(newcomer.warnings()).containsExactly("7: @JsonFormat is not read here and does nothing");
    }
}
