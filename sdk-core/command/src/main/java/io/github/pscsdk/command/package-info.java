/** The {@code psc} command, the tool of support desks. Standard output holds results, standard error the rest. */
@NullMarked
package io.github.pscsdk.command;

import org.jspecify.annotations.NullMarked;
