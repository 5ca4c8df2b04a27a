// summary: System.Threading.Lock where there is one and nobody needs a Monitor
// project: library
// fix: Lock on a private gate
namespace Shop
{
    #region Types
    public class Counter
    {
        #region Fields
        /// <summary>How often.</summary>
        private int m_count;
        #endregion

        public int Next() { lock (this) return ++m_count; }
        //                        ^^^^ AW601
    }
    #endregion

    public class Pulse
    {
        public void Wait() { lock (this) Monitor.Wait(this); }
        //                         ^^^^ AW601
    }

    public class Sequence
    {
        public IEnumerable<int> Values()
        {
            lock (this) { yield return 1; }
            //    ^^^^ AW601
        }
    }
}
