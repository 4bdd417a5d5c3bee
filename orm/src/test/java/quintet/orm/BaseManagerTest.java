package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gallery.GalleryApp;
import gallery.Loan;
import gallery.Loan_;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;

/** Saving objects of a model whose base manager leaves rows out. */
class BaseManagerTest {
    private Site site;
    private Loan loan;

    @BeforeEach
    void open() {
        site = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-managers")
                        .with(Database.of(ConnectionUrl.parse("sqlite::memory:")))
                        .apps(GalleryApp.class),
                Env.of(Map.of()));
        site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
        loan = Loan.objects.create(l -> l.to = "Ann");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void closeLoan() {
        Loan.objects.update(Loan_.closed.to(true));
    }

    @Test
    void aRowWithinItsReachIsUpdated() {
        loan.to = "Bob";
        loan.save();
        assertThat(Loan.objects.get("pk", loan.id).to).isEqualTo("Bob");
        loan.to = "Cy";
        loan.save(Save.only("to"));
        assertThat(Loan.objects.count()).isEqualTo(1);
        assertThat(Loan.objects.get("pk", loan.id).to).isEqualTo("Cy");
    }

    @Test
    void aRowBeyondItsReachIsNotThereToBeUpdated() {
        closeLoan();
        loan.to = "Bob";
        assertThatThrownBy(() -> loan.save(Save.only("to"))).isInstanceOf(NotUpdated.class);
        assertThatThrownBy(loan::save).isInstanceOf(IntegrityError.class); // an INSERT of a key that is taken
        assertThat(Loan.objects.get("pk", loan.id).to).isEqualTo("Ann");
    }

    @Test
    void aRowBeyondItsReachIsNotReadAgain() {
        closeLoan();
        assertThatThrownBy(() -> loan.refresh()).isInstanceOf(DoesNotExist.class);
    }
}
