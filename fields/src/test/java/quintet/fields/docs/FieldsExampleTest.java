package quintet.fields.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import quintet.fields.ChoiceList;
import quintet.fields.ChoiceSource;
import quintet.fields.Choices;
import quintet.fields.FieldDeclaration;
import quintet.fields.FieldKind;
import quintet.fields.ValidationError;

class FieldsExampleTest {
    @Test
    void labelsComeFromTheConstantsNames() {
        assertThat(Choices.of(FieldsExample.Size.class))
                .containsExactly(new Choices.Pair("s", "Small"), new Choices.Pair("xl", "Extra Large"));
        assertThat(Choices.find(FieldsExample.Priority.class, "10")).isEqualTo(FieldsExample.Priority.HIGH);
    }

    @Test
    void constantsOfOneGroupStandTogether() {
        assertThat(ChoiceList.of(FieldsExample.Media.class).entries())
                .containsExactly(
                        new ChoiceList.Group(
                                "Audio", List.of(new Choices.Pair("VINYL", "Vinyl"), new Choices.Pair("CD", "Cd"))),
                        new ChoiceList.Group("Video", List.of(new Choices.Pair("TAPE", "Tape"))),
                        new Choices.Pair("UNKNOWN", "Unknown"));
    }

    @Test
    void aSourceIsAskedEachTime() {
        FieldDeclaration year = FieldDeclaration.of("year", FieldKind.INTEGER, int.class)
                .with("choicesFrom", FieldsExample.Years.class);
        ChoiceList offered = ChoiceSource.of(year);
        assertThat(offered).isNotNull();
        assertThat(offered.pairs()).hasSize(4);
        assertThat(offered.find(String.valueOf(offered.pairs().getFirst().value())))
                .isEqualTo(offered.pairs().getFirst());
        assertThat(ChoiceSource.of(FieldDeclaration.of("n", FieldKind.INTEGER, int.class)))
                .isNull();
    }

    @Test
    void groupsDoNotNest() {
        ChoiceList inner = ChoiceList.of("a", "A").group("Inner", ChoiceList.of("b", "B"));
        assertThat(ChoiceList.EMPTY.group("Outer", inner).entries())
                .containsExactly(
                        new ChoiceList.Group("Outer", List.of(new Choices.Pair("a", "A"), new Choices.Pair("b", "B"))));
    }

    @Test
    void validatorsSayWhatIsWrong() {
        ValidationError error =
                catchThrowableOfType(ValidationError.class, () -> new FieldsExample.EvenLength().accept("abc"));
        assertThat(error.messages()).containsExactly("“abc” has an odd length.");
        assertThat(catchThrowableOfType(ValidationError.class, () -> FieldsExample.check("x"))
                        .code())
                .isEqualTo("invalid");
    }

    @Test
    void annotationsCanBeReadFromLoadedClasses() throws Exception {
        assertThat(FieldsExample.Article.class.getField("code").getAnnotations())
                .hasSize(1);
    }
}
