/** The packaged application, in a process of its own. */
package io.github.pscsdk.example.practiceweb.journey;
