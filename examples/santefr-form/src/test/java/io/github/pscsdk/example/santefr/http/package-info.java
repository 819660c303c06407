/** The HTTP contract against the running form; every status is compared with the OpenAPI file. */
package io.github.pscsdk.example.santefr.http;
