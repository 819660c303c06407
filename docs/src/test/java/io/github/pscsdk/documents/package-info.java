/** Holds the documents to their word: each snippet is compiled or run, each link leads somewhere, each list is whole. */
package io.github.pscsdk.documents;
