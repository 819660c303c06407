/**
 * Keeps sessions and pending logins in a database: in PostgreSQL, for any number of nodes, or in a file of H2, for one.
 * {@link io.github.pscsdk.sessionstore.jdbc.JdbcStores} is all that a host sees.
 */
@NullMarked
package io.github.pscsdk.sessionstore.jdbc;

import org.jspecify.annotations.NullMarked;
