/** The compiled form of hot templates: node lists as classes of bytecode. */
@org.jspecify.annotations.NullMarked
package quintet.templates.internal.compile;
