/** What the tests of several packages need: servers, a display, people. */
package io.github.pscsdk.example.desktop.lab;
