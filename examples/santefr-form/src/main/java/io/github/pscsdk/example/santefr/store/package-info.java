/**
 * Keeps declarations in an embedded database. The only user of H2 and HikariCP.
 *
 * <p>Safe for any thread; every call blocks on the database. A declaration and its findings are kept in one
 * transaction or not at all. No message of the database leaves this package, since it may quote a row.
 */
package io.github.pscsdk.example.santefr.store;
