/** The whole software without its windows: what begins and ends with a session. Belongs to the window's thread. */
package io.github.pscsdk.example.desktop.office;
