/** The documents as a site that works without a server: pages, search, and the Javadoc of a release beside them. */
package io.github.pscsdk.site;
