package io.gatehouse.install.world;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** What a store has injected that reads outside transactions: each call has an entity manager of its own. */
final class OutsideTransactions {

    private OutsideTransactions() {}

    static EntityManager over(EntityManagerFactory factory) {
        return (EntityManager) Proxy.newProxyInstance(
                OutsideTransactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(factory.createEntityManager(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
