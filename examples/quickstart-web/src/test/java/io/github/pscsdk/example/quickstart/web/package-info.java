/** The quick start run as its reader would run it. */
package io.github.pscsdk.example.quickstart.web;
