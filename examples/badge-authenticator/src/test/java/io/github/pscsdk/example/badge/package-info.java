/** The badge's authenticator at an imaginary badge: without any engine, as an archive, and from the plug-in folder to a session. */
package io.github.pscsdk.example.badge;
