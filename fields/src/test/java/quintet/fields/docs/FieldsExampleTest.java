package quintet.fields.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import quintet.fields.Choices;
import quintet.fields.ValidationError;

class FieldsExampleTest {
    @Test
    void labelsComeFromTheConstantsNames() {
        assertThat(Choices.of(FieldsExample.Size.class))
                .containsExactly(new Choices.Pair("s", "Small"), new Choices.Pair("xl", "Extra Large"));
        assertThat(Choices.find(FieldsExample.Priority.class, "10")).isEqualTo(FieldsExample.Priority.HIGH);
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
