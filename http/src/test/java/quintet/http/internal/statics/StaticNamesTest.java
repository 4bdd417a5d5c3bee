package quintet.http.internal.statics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b.css", "..a/b", "a/...", "img/p 1.png", "\u00e9/\u4e2d.txt", ".well-known/x"})
    void plainRelativePathsAreSafe(String name) {
        assertThat(StaticNames.isSafe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/..", "./a", "a/.", "a\\b", "..\\a", "c:/a",
                "a\u0000", "a\nb"
            })
    void whatCouldLeadElsewhereIsNot(String name) {
        assertThat(StaticNames.isSafe(name)).isFalse();
    }

    @Property(tries = 2000)
    void aSafeNameNeverLeavesItsFolder(
            @ForAll @StringLength(max = 12) @Chars({'.', '/', 'a', '\\', ':', '%', '~'}) String name) {
        if (!StaticNames.isSafe(name)) return;
        Path folder = Path.of("/srv/static");
        assertThat(folder.resolve(name).normalize().startsWith(folder)).isTrue();
        assertThat(folder.resolve(name).normalize()).isNotEqualTo(folder);
    }
}
