package quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import members.Member;
import members.MembersApp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.PressSite;
import quintet.core.ConnectionUrl;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.SettingsPart;
import quintet.core.Site;
import survey.Choice;
import survey.Question;
import survey.Question_;
import survey.Survey;
import survey.SurveyApp;
import survey.User;
import survey.Vote;
import survey.Vote_;

/** What a model's Meta says about order, managers, keys for people and other models in its place, on SQLite. */
class ModelOptionsTest {
    private @Nullable Site site;

    @BeforeEach
    void open() {
        site = openSite(url());
    }

    /** Another database in subclasses. */
    ConnectionUrl url() {
        return ConnectionUrl.parse("sqlite::memory:");
    }

    static Site openSite(ConnectionUrl url, SettingsPart... parts) {
        Site site = Site.open(
                env -> {
                    Settings settings = Settings.of(env)
                            .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                            .with(Database.of(url))
                            .apps(SurveyApp.class);
                    for (SettingsPart part : parts) {
                        settings = settings.with(part).apps(MembersApp.class);
                    }
                    return settings;
                },
                Env.of(Map.of()));
        site.run(() -> PressSite.createTables(Databases.current().main(), ModelMeta.all()));
        return site;
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(site).close();
    }

    private static Survey survey(String title) {
        return Survey.everything.create(s -> s.title = title);
    }

    private static Question question(Survey survey, String text) {
        return Question.objects.create(q -> {
            q.survey = Ref.of(survey);
            q.text = text;
        });
    }

    private static List<String> texts(Queries<Question> questions) {
        return questions.list().stream().map(q -> q.text).toList();
    }

    @Test
    void rowsKeepTheOrderInWhichTheirOwnerHasThem() {
        Survey pets = survey("pets");
        Survey food = survey("food");
        Question cats = question(pets, "cats?");
        Question soup = question(food, "soup?");
        Question dogs = question(pets, "dogs?");
        assertThat(List.of(order(cats), order(dogs), order(soup))).containsExactly(0, 1, 0);
        // region: order
        assertThat(pets.questions.order()).containsExactly(cats.id, dogs.id);
        pets.questions.order(List.of(dogs, cats));
        assertThat(pets.questions.list()).containsExactly(dogs, cats);
        assertThat(dogs.nextInOrder()).contains(cats);
        assertThat(dogs.previousInOrder()).isEmpty();
        // endregion
        assertThat(texts(Question.objects.filter("survey", pets))).containsExactly("dogs?", "cats?");
        assertThat(texts(Question.objects.filter("_order", 1))).containsExactly("cats?");
        Question birds = question(pets, "birds?");
        assertThat(order(birds)).isEqualTo(2);
        birds.text = "parrots?";
        birds.save();
        assertThat(order(Question.objects.get(birds.id))).isEqualTo(2);
        assertThat(birds.meta().ordering()).hasSize(1);
    }

    private static Object order(Question question) {
        return Objects.requireNonNull(question.meta().field("_order").get(question));
    }

    @Test
    void rowsInsertedTogetherAreNumberedToo() {
        Survey pets = survey("pets");
        question(pets, "cats?");
        List<Question> more = new ArrayList<>();
        for (String text : List.of("dogs?", "birds?")) {
            Question question = new Question();
            question.survey = Ref.of(pets);
            question.text = text;
            more.add(question);
        }
        Question.objects.bulkCreate(more);
        assertThat(texts(pets.questions)).containsExactly("cats?", "dogs?", "birds?");
        more.getLast().fullClean();
        new Question() {
            {
                survey = Ref.of(pets);
                text = "fish?";
            }
        }.fullClean();
    }

    @Test
    void childrenStandInTheOrderOfTheirParents() {
        Survey pets = survey("pets");
        question(pets, "cats?");
        Choice size = Choice.objects.create(c -> {
            c.survey = Ref.of(pets);
            c.text = "size?";
        });
        assertThat(order(size)).isEqualTo(1);
        assertThat(Choice.objects.get(size.id).options).isEqualTo(2);
        assertThat(texts(pets.questions)).containsExactly("cats?", "size?");
        assertThat(size.previousInOrder()).isEmpty(); // among choices
        Choice colour = Choice.objects.create(c -> c.survey = Ref.of(pets));
        assertThat(colour.previousInOrder()).contains(size);
    }

    @Test
    void anOrderWithoutItsDeclarationIsRefused() {
        Question cats = question(survey("pets"), "cats?");
        assertThatThrownBy(cats.votes::order).hasMessageContaining("Meta.orderWithRespectTo(Vote_.question())");
    }

    @Test
    void theManagerThatMetaNamesIsTheDefault() {
        Survey gone = survey("gone");
        gone.closed = true;
        gone.save();
        Question old = question(gone, "old?");
        assertThat(ModelMeta.of(Survey.class).manager().count()).isZero();
        assertThat(ModelMeta.of(Survey.class).managers().keySet()).containsExactly("everything", "open");
        assertThat(Question.objects.get(old.id).survey.get()).isEqualTo(gone);
        assertThatThrownBy(() -> ModelMeta.of(Survey.class).manager("opem"))
                .hasMessageContaining("has no manager named 'opem'. Did you mean 'open'?");
    }

    @Test
    void peopleKnowRowsByTheirNaturalKeys() {
        Survey pets = survey("pets");
        Question cats = question(pets, "cats?");
        // region: natural
        assertThat(cats.naturalKey()).containsExactly("cats?", "pets");
        assertThat(Question.objects.getByNaturalKey(List.of("cats?", "pets"))).isEqualTo(cats);
        // endregion
        assertThatThrownBy(() -> Question.objects.getByNaturalKey(List.of("cats?")))
                .hasMessageContaining("It is made of [text, survey]");
        assertThatThrownBy(() -> Question.objects.getByNaturalKey(List.of("cows?", "pets")))
                .isInstanceOf(DoesNotExist.class);
        assertThat(new Vote().naturalKey()).isEmpty();
    }

    @Test
    void exceptionsKnowTheModel() {
        assertThatThrownBy(() -> Question.objects.get(77)).isInstanceOfSatisfying(DoesNotExist.class, e -> {
            assertThat(e.isOf(Question.class)).isTrue();
            assertThat(e.isOf(Survey.class)).isFalse();
        });
    }

    @Test
    void valuesOfChoicesAreShownByTheirLabels() {
        Vote vote = new Vote();
        vote.mood = Vote.Mood.SO_SO;
        assertThat(vote.display(Vote_.mood)).isEqualTo("So So");
    }

    @Test
    void fieldsAreReadAgainFromAQuery() {
        Survey pets = survey("pets");
        Survey.everything.filter("title", "pets").update(survey.Survey_.closed.to(true));
        pets.refresh(List.of("closed"), Survey.everything);
        assertThat(pets.closed).isTrue();
        assertThatThrownBy(() -> pets.refresh(List.of(), Survey.open)).isInstanceOf(DoesNotExist.class);
    }

    @Test
    void savingMayLookForTheRowFirst() {
        Question cats = question(survey("pets"), "cats?");
        User ann = User.objects.create(u -> u.name = "Ann");
        Vote vote = Vote.objects.create(v -> {
            v.question = Ref.of(cats);
            v.by = Ref.of(ann);
        });
        CaptureQueries queries = CaptureQueries.of(vote::save);
        assertThat(queries.sql()).hasSize(2);
        assertThat(queries.sql().getFirst()).startsWith("SELECT");
        assertThat(ModelMeta.of(Question.class).backs())
                .anySatisfy(back -> assertThat(back.queryName()).isEqualTo("votes_of_vote"));
    }

    @Test
    void parentsRowsAreInsertedWhenAskedFor() {
        Question cats = question(survey("pets"), "cats?");
        Choice again = new Choice();
        again.id = cats.id;
        again.survey = cats.survey;
        assertThatThrownBy(() -> again.save(Save.insert(Question.class))).isInstanceOf(IntegrityError.class);
        again.save(Save.insert());
        assertThat(Choice.objects.get(cats.id).options).isEqualTo(2);
    }

    @Test
    void anotherModelTakesTheSwappableOnesPlace() {
        Objects.requireNonNull(site).close();
        // region: setting
        SettingsPart setting = ModelSetting.of("SURVEY_ACCOUNT", Member.class);
        // endregion
        site = openSite(url(), setting);
        ModelMeta<User> user = ModelMeta.of(User.class);
        assertThat(user.swapped()).isEqualTo(ModelMeta.of(Member.class));
        assertThat(ModelMeta.all()).doesNotContain(user);
        assertThat(ModelMeta.of(Vote.class).field("by").target()).isEqualTo(ModelMeta.of(Member.class));
        assertThatThrownBy(User.objects::count)
                .hasMessageContaining("Manager isn't available; 'survey.User' has been swapped for 'members.Member'");
        assertThatThrownBy(new User()::save).hasMessageContaining("has been swapped");
        Member ann = Member.objects.create(m -> m.name = "Ann");
        Question cats = question(survey("pets"), "cats?");
        Vote vote = Vote.objects.create(v -> {
            v.question = Ref.of(cats);
            v.by = Ref.of(ann);
        });
        assertThat(Vote.objects.get(vote.id).by.get()).isEqualTo(ann);
    }

    @Test
    void migrationsNameTheSettingRatherThanTheModel() {
        String text = source(Objects.requireNonNull(site), "survey");
        assertThat(text)
                .contains("foreignKey(swappable(\"SURVEY_ACCOUNT\", \"survey.User\"))")
                .contains(".option(\"swappable\", \"SURVEY_ACCOUNT\")")
                .contains("alterOrderWithRespectTo(\"question\", \"survey\")")
                .doesNotContain("_order\"");
        site.close();
        site = openSite(url(), ModelSetting.of("SURVEY_ACCOUNT", Member.class));
        assertThat(source(site, "survey"))
                .contains("onSwappable(\"SURVEY_ACCOUNT\", \"survey.User\")")
                .contains("foreignKey(swappable(\"SURVEY_ACCOUNT\", \"survey.User\"))");
    }

    private static String source(Site site, String app) {
        Migrations migrations = Migrations.of(site);
        StringBuilder text = new StringBuilder();
        for (ModelHistory.Planned planned : migrations.changes(Set.of(app), MigrationQuestions.refusing())) {
            if (planned.app().equals(app)) {
                text.append(migrations.source(planned, false));
            }
        }
        return text.toString();
    }

    @Test
    void signalsTellOfModelsAndConnections() {
        Site.current();
        List<String> heard = new ArrayList<>();
        Signals signals = Objects.requireNonNull(site).service(Signals.class);
        signals.modelPrepared(meta -> heard.add(meta.objectName()));
        assertThat(heard).contains("Survey", "Vote");
        site.close();
        heard.clear();
        Site other = Site.open(
                env -> Settings.of(env)
                        .secretKey("a-long-random-secret-key-for-the-tests-of-models")
                        .with(Database.of(url()))
                        .apps(SurveyApp.class),
                Env.of(Map.of()));
        site = other;
        other.service(Signals.class).connectionCreated(e -> heard.add(e.database()));
        assertThat(Databases.current().main().query("SELECT 1", row -> row.getInt(1)))
                .containsExactly(1);
        assertThat(heard).contains("default");
    }

    @Test
    void theTableIsMadeOnlyWhereItCanBe() {
        assertThat(Question_.survey().path()).isEqualTo("survey");
        Meta<Vote> options =
                Meta.of(Vote.class).requiredVendor("postgresql").requiredFeatures("can_distinct_on_fields");
        assertThat(options.requiredVendor()).isEqualTo("postgresql");
        assertThat(options.requiredFeatures()).containsExactly("can_distinct_on_fields");
    }
}
