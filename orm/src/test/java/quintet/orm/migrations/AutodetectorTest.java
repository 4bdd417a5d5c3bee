package quintet.orm.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.MigrationFields.*;
import static quintet.orm.Operations.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationQuestions;
import quintet.orm.ModelHistory;
import quintet.orm.Operation;

class AutodetectorTest {
    private static final Operation.CreateModel AUTHOR =
            createModel("Author").field("id", autoId()).field("name", charField(9));
    private static final Operation.CreateModel BOOK = createModel("Book")
            .field("id", autoId())
            .field("title", charField(9))
            .field("author", foreignKey("people.Author").onDelete(CASCADE));

    private static List<String> describe(List<ModelHistory.Planned> planned) {
        return planned.stream()
                .flatMap(p -> p.operations().stream().map(o -> p.app() + "." + p.name() + ": " + o.describe()))
                .toList();
    }

    @Test
    void appsAreOrderedByWhatTheyNeed() {
        ModelHistory target = ModelHistory.EMPTY.apply("library", BOOK).apply("people", AUTHOR);
        List<ModelHistory.Planned> planned =
                ModelHistory.EMPTY.changesTo(target, Map.of(), MigrationQuestions.refusing());
        assertThat(describe(planned))
                .containsExactlyInAnyOrder(
                        "people.0001_initial: Create model Author", "library.0001_initial: Create model Book");
        assertThat(planned.stream()
                        .filter(p -> p.app().equals("library"))
                        .findFirst()
                        .orElseThrow()
                        .dependencies())
                .containsExactly(new Dependency("people", "0001_initial"));
    }

    @Test
    void twoAppsThatPointToEachOtherAreCutIntoThreeMigrations() {
        ModelHistory target = ModelHistory.EMPTY
                .apply("library", BOOK)
                .apply(
                        "people",
                        AUTHOR.field(
                                "favourite",
                                foreignKey("library.Book").onDelete(CASCADE).nullable()));
        List<ModelHistory.Planned> planned =
                ModelHistory.EMPTY.changesTo(target, Map.of(), MigrationQuestions.refusing());
        assertThat(planned)
                .extracting(p -> p.app() + "." + p.name())
                .hasSize(3)
                .contains("library.0001_initial", "people.0001_initial");
    }

    @Test
    void nothingIsFoundWhenNothingChanged() {
        ModelHistory now = ModelHistory.EMPTY.apply("people", AUTHOR).apply("library", BOOK);
        assertThat(now.changesTo(now, Map.of(), MigrationQuestions.refusing())).isEmpty();
    }

    @Test
    void aPossibleRenameIsAQuestionWhoseFlagIsNamed() {
        ModelHistory before = ModelHistory.EMPTY.apply("people", AUTHOR);
        ModelHistory after = ModelHistory.EMPTY.apply(
                "people", createModel("Author").field("id", autoId()).field("fullName", charField(9)));
        assertThatThrownBy(() -> {
                    var unused = before.changesTo(after, leaf(), MigrationQuestions.refusing());
                })
                .hasMessageContaining("--rename author.name=fullName")
                .hasMessageContaining("--no-rename");
    }

    @Test
    void aNewFieldThatNeedsAValueNamesTheFlagToo() {
        ModelHistory before = ModelHistory.EMPTY.apply("people", AUTHOR);
        ModelHistory after = before.apply("people", addField("author", "age", integerField()));
        assertThatThrownBy(() -> {
                    var unused = before.changesTo(after, leaf(), MigrationQuestions.refusing());
                })
                .hasMessageContaining("--default author.age=VALUE");
    }

    private static Map<String, Dependency> leaf() {
        return Map.of("people", new Dependency("people", "0001_initial"));
    }

    @Test
    void theWholeHistoryReplayedGivesTheModels() {
        ModelHistory target = ModelHistory.EMPTY
                .apply("people", AUTHOR)
                .apply("library", BOOK.index(index("title")).uniqueTogether("title", "author"))
                .apply(
                        "library",
                        createModel("Shelf").field("id", autoId()).field("books", manyToManyField("library.Book")));
        ModelHistory replayed = ModelHistory.EMPTY;
        for (ModelHistory.Planned p : ModelHistory.EMPTY.changesTo(target, Map.of(), MigrationQuestions.refusing())) {
            replayed = replayed.apply(p.app(), p.operations());
        }
        assertThat(replayed.changesTo(target, Map.of(), MigrationQuestions.refusing()))
                .isEmpty();
        assertThat(replayed.models()).containsExactly("library.book", "library.shelf", "people.author");
    }
}
