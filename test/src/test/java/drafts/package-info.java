@NullMarked
package drafts;

import org.jspecify.annotations.NullMarked;
