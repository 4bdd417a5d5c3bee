package quintet.templates.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quintet.templates.Library;

class PartTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void eachPartMakesTheTagsAndFiltersItIsNamedFor(Part part) {
        Library library = new Library();
        part.accept(library);
        Set<String> names = new HashSet<>(library.tags().keySet());
        names.addAll(library.filters().keySet());
        assertThat(names).isEqualTo(Set.copyOf(new HashSet<>(part.names())));
    }
}
