/** The views of the feeds as OData v4, read only: what Excel and Power BI read without a database's port. */
package io.journeystream.serve.odata;
