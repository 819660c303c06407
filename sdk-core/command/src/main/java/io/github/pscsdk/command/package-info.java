/** The {@code psc} command, the tool of support desks. Standard output holds results, standard error the rest. */
package io.github.pscsdk.command;
