/** Practice software on a workstation in one file, for whoever begins: to be copied and changed. One thread. */
package io.github.pscsdk.example.quickstart.desktop;
