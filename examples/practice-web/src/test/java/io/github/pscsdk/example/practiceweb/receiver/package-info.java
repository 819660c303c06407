/** Tests of the stand-in that takes declarations. */
package io.github.pscsdk.example.practiceweb.receiver;
