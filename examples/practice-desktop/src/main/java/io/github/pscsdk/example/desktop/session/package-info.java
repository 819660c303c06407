/** Who is at the desk: logged in, locked out by a pulled card, gone. Belongs to the window's thread. */
package io.github.pscsdk.example.desktop.session;
