package quintet.views;

import java.util.List;
import quintet.orm.Databases;

/** The tables of the test app. */
final class TestTables {
    private TestTables() {}

    static void create() {
        Databases.current().main().executeAll(List.of("""
                        CREATE TABLE "shelf_writer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
                        "name" varchar(100) NOT NULL)""", """
                        CREATE TABLE "shelf_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
                        "title" varchar(200) NOT NULL, "slug" varchar(200) NOT NULL,
                        "writer_id" bigint NOT NULL REFERENCES "shelf_writer" ("id") DEFERRABLE INITIALLY DEFERRED,
                        "published" date NULL, "bought" datetime NULL, "state" varchar(3) NOT NULL)"""));
    }
}
