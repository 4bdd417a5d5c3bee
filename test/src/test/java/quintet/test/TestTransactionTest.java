package quintet.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import notes.Note;
import notes.Notes;
import org.junit.jupiter.api.Test;
import quintet.orm.Transactions;

@QuintetTest(project = Notes.class, transactional = true, env = "LANGUAGE=fr")
class TestTransactionTest {
    @Test
    void transactionalTestsReallyCommit() {
        Transactions.atomic(quintet.orm.Atomic.outermost(), () -> {
            Note.objects.create(note -> note.text = "committed");
        });
        assertThat(Note.objects.count()).isEqualTo(1);
    }

    @Test
    void theEnvironmentOfTheAnnotationCounts() {
        assertThat(quintet.core.Site.current().settings().language()).isEqualTo("fr");
    }

    @Test
    void overrideOutsideOfATestSaysSo() throws Exception {
        Thread other = Thread.ofVirtual()
                .unstarted(() -> assertThatThrownBy(() -> OverrideSettings.run(s -> s, site -> {}))
                        .hasMessageContaining("@QuintetTest"));
        Throwable[] failure = {null};
        other.setUncaughtExceptionHandler((thread, error) -> failure[0] = error);
        other.start();
        other.join();
        assertThat(failure[0]).isNull();
    }
}
