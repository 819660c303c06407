/** A running application behind a simulator, and browsers without script. */
package io.github.pscsdk.example.practiceweb.lab;
