/** Tests of where declarations are handed over. */
package io.github.pscsdk.example.practiceweb.receiver;
