package dk.kvalitetsbro.container;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of all container tests: the WAR as it is released, and the tests that run inside it. */
@ArquillianSuiteDeployment
public class Deployments {
    @Deployment
    public static WebArchive released() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")))
                .addPackage(Deployments.class.getPackage());
    }
}
