package quintet.templates.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.templates.Library;

class PartTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void eachPartMakesTheTagOrFilterOfAName(Part part) {
        for (String name : part.names()) {
            Library library = new Library();
            part.accept(library, name);
            Set<String> made = new HashSet<>(library.tags().keySet());
            made.addAll(library.filters().keySet());
            assertThat(made).containsExactly(name);
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aPartKnowsItsOwnNamesOnly(Part part) {
        assertThatThrownBy(() -> part.accept(new Library(), "nonsense")).isInstanceOf(IllegalArgumentException.class);
    }
}
