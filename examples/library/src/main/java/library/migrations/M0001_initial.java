package library.migrations;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.fields.OnDelete.PROTECT;
import static quintet.orm.MigrationFields.autoId;
import static quintet.orm.MigrationFields.booleanField;
import static quintet.orm.MigrationFields.charField;
import static quintet.orm.MigrationFields.dateTimeField;
import static quintet.orm.MigrationFields.foreignKey;
import static quintet.orm.MigrationFields.integerField;
import static quintet.orm.MigrationFields.manyToManyField;
import static quintet.orm.MigrationFields.positiveSmallIntegerField;
import static quintet.orm.MigrationFields.slugField;
import static quintet.orm.MigrationFields.textField;
import static quintet.orm.Operations.check;
import static quintet.orm.Operations.createModel;
import static quintet.orm.SchemaExpr.q;

import java.util.List;
import quintet.orm.Migration;
import quintet.orm.Operation;

public final class M0001_initial extends Migration {
    @Override
    public boolean initial() {
        return true;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                createModel("Author")
                        .field("id", autoId())
                        .field("name", charField(120).unique())
                        .field(
                                "sort_name",
                                charField(120)
                                        .verboseName("name in lists")
                                        .helpText("As one looks it up: Austen, Jane."))
                        .field("born", integerField().blank().nullable().helpText("The year; negative before our era."))
                        .field("died", integerField().blank().nullable())
                        .field(
                                "circa",
                                booleanField()
                                        .verboseName("the years are approximate")
                                        .defaultValue(false))
                        .field("country", charField(60))
                        .ordering("sort_name"),
                createModel("Tag")
                        .field("id", autoId())
                        .field("name", charField(60).unique())
                        .field("slug", slugField().maxLength(60).unique())
                        .ordering("name"),
                createModel("Book")
                        .field("id", autoId())
                        .field("title", charField(200))
                        .field(
                                "original_title",
                                charField(200).blank().helpText("In its own language, where that differs."))
                        .field(
                                "year",
                                integerField()
                                        .dbIndex()
                                        .defaultValue(0)
                                        .helpText("Of the first publication; negative before our era."))
                        .field(
                                "circa",
                                booleanField()
                                        .verboseName("the year is approximate")
                                        .defaultValue(false))
                        .field(
                                "language",
                                charField(3)
                                        .defaultValue("en")
                                        .choices(
                                                "grc",
                                                "Ancient Greek",
                                                "ar",
                                                "Arabic",
                                                "bn",
                                                "Bengali",
                                                "zh",
                                                "Chinese",
                                                "cs",
                                                "Czech",
                                                "da",
                                                "Danish",
                                                "nl",
                                                "Dutch",
                                                "en",
                                                "English",
                                                "fi",
                                                "Finnish",
                                                "fr",
                                                "French",
                                                "ka",
                                                "Georgian",
                                                "de",
                                                "German",
                                                "hu",
                                                "Hungarian",
                                                "is",
                                                "Icelandic",
                                                "it",
                                                "Italian",
                                                "ja",
                                                "Japanese",
                                                "la",
                                                "Latin",
                                                "no",
                                                "Norwegian",
                                                "fa",
                                                "Persian",
                                                "pl",
                                                "Polish",
                                                "pt",
                                                "Portuguese",
                                                "ru",
                                                "Russian",
                                                "sr",
                                                "Serbian",
                                                "es",
                                                "Spanish",
                                                "sv",
                                                "Swedish",
                                                "uk",
                                                "Ukrainian",
                                                "yi",
                                                "Yiddish"))
                        .field("summary", textField().blank().helpText("One sentence in your own words."))
                        .field("author", foreignKey("library.author").onDelete(PROTECT))
                        .field("tags", manyToManyField("library.tag").verboseName("subjects"))
                        .ordering("title", "year"),
                createModel("Review")
                        .field("id", autoId())
                        .field("name", charField(80))
                        .field("stars", positiveSmallIntegerField().defaultValue(0))
                        .field("body", textField().maxLength(2000))
                        .field("created", dateTimeField().autoNowAdd())
                        .field("book", foreignKey("library.book").onDelete(CASCADE))
                        .ordering("-created")
                        .constraint(check("stars_from_1_to_5", q("stars__range", List.of(1, 5)))));
    }
}
