@NullMarked
package kept.migrations;

import org.jspecify.annotations.NullMarked;
