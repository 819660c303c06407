/** Practice software on the web in one file, for whoever begins: to be copied and changed. Safe for any thread. */
package io.github.pscsdk.example.quickstart.web;
