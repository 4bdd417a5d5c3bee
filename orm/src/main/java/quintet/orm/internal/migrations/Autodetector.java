package quintet.orm.internal.migrations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.orm.Migration.Dependency;
import quintet.orm.MigrationQuestions;

/** Compares two states of the models and finds the migrations that lead from one to the other, as Django's does. */
public final class Autodetector {
    private final ProjectState from;
    private final ProjectState to;
    private final MigrationQuestions questioner;

    public Autodetector(ProjectState from, ProjectState to, MigrationQuestions questioner) {
        this.from = from;
        this.to = IndexNaming.named(to);
        this.questioner = questioner;
    }

    /**
     * The migrations by app, numbered and named.
     *
     * @param leaves the last migration of each app that has some
     * @param apps the apps whose migrations are wanted (others only as far as these need them); empty for all
     * @param name a name for the migrations instead of a derived one; empty to derive
     */
    public Map<String, List<Change>> changes(Map<String, Dependency> leaves, Set<String> apps, String name) {
        Comparison comparison = new Comparison(from, to, questioner);
        ModelChanges models = new ModelChanges(comparison);
        FieldChanges fields = new FieldChanges(comparison);
        IndexChanges indexes = new IndexChanges(comparison);
        models.renamed();
        comparison.prepareFields();
        models.deleted();
        models.created();
        models.proxies();
        models.options();
        fields.findRenamed();
        indexes.find();
        indexes.removed();
        fields.renamed();
        indexes.renamed();
        indexes.removedGroups();
        fields.removed();
        fields.added();
        fields.altered();
        models.orderWithRespectTo();
        indexes.alteredGroups();
        indexes.added();
        models.tables();
        ChangeBuilder builder = new ChangeBuilder(comparison.found, leaves);
        Map<String, List<Change>> built = builder.build();
        return new ChangeNaming(leaves, questioner).arrange(ChangeNaming.trim(built, apps), name);
    }
}
