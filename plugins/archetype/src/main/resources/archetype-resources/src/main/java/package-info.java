/** The authenticator {@code ${authenticatorId}}, loaded by practice software from its plug-in archive. */
package ${package};
