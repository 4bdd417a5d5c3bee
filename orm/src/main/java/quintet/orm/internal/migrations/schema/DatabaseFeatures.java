package quintet.orm.internal.migrations.schema;

import java.util.HashSet;
import java.util.Set;

/** What a kind of database can do, under the names Django gives its features, for models that require some. */
final class DatabaseFeatures {
    private static final Set<String> ALL = Set.of(
            "supports_transactions",
            "uses_savepoints",
            "supports_json_field",
            "supports_primitives_in_json_field",
            "supports_json_field_contains",
            "supports_foreign_keys",
            "supports_table_check_constraints",
            "supports_column_check_constraints",
            "supports_over_clause",
            "supports_aggregate_filter_clause",
            "supports_stored_generated_columns",
            "supports_expression_defaults",
            "has_native_decimal_type",
            "supports_timezones",
            "has_case_insensitive_like");

    private static final Set<String> POSTGRES = Set.of(
            "supports_tablespaces",
            "can_rollback_ddl",
            "supports_partial_indexes",
            "supports_expression_indexes",
            "supports_covering_indexes",
            "supports_deferrable_unique_constraints",
            "supports_nulls_distinct_unique_constraints",
            "can_defer_constraint_checks",
            "has_select_for_update",
            "has_select_for_update_nowait",
            "has_select_for_update_skip_locked",
            "has_select_for_update_of",
            "has_select_for_no_key_update",
            "has_native_uuid_field",
            "has_native_duration_field",
            "has_native_json_field",
            "has_bulk_insert",
            "can_return_columns_from_insert",
            "can_distinct_on_fields",
            "supports_comments");

    private static final Set<String> SQLITE = Set.of(
            "can_rollback_ddl",
            "supports_partial_indexes",
            "supports_expression_indexes",
            "can_defer_constraint_checks",
            "can_return_columns_from_insert",
            "supports_virtual_generated_columns",
            "has_bulk_insert");

    private static final Set<String> MARIADB = Set.of(
            "has_select_for_update",
            "has_select_for_update_nowait",
            "has_select_for_update_skip_locked",
            "can_return_columns_from_insert",
            "has_native_uuid_field",
            "supports_virtual_generated_columns",
            "supports_comments",
            "has_bulk_insert");

    private static final Set<String> MYSQL = Set.of(
            "has_select_for_update",
            "has_select_for_update_nowait",
            "has_select_for_update_skip_locked",
            "has_select_for_update_of",
            "supports_expression_indexes",
            "supports_virtual_generated_columns",
            "supports_comments",
            "has_bulk_insert");

    private DatabaseFeatures() {}

    static Set<String> of(String vendor) {
        Set<String> features = new HashSet<>(ALL);
        features.addAll(
                switch (vendor) {
                    case "postgresql" -> POSTGRES;
                    case "sqlite" -> SQLITE;
                    case "mariadb" -> MARIADB;
                    default -> MYSQL;
                });
        if (!vendor.equals("postgresql")) {
            features.remove("supports_timezones");
        }
        if (vendor.equals("sqlite")) {
            features.remove("supports_json_field_contains");
            features.remove("has_native_decimal_type");
        }
        if (vendor.equals("mysql") || vendor.equals("mariadb")) {
            features.remove("supports_aggregate_filter_clause");
        }
        return Set.copyOf(features);
    }
}
