/** The authenticator {@code badge}, as an author outside of the SDK writes one. */
package example.badge;
