/**
 * JSON in and out: declarations, and objects that are read strictly. The only user of Jackson here.
 *
 * <p>Stateless; safe for any thread. What people send is read strictly, with bounds on depth and length, and refused
 * without being repeated.
 */
package io.github.pscsdk.example.declaration.json;
